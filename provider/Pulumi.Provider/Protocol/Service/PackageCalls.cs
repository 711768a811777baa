using Pulumi.Provider.Model.Operations;
using Pulumi.Provider.Model.Parameters;

namespace Pulumi.Provider.Protocol.Service;

/// <summary>The calls of one package.</summary>
internal sealed class PackageCalls
{
    public PackageCalls(
        ProviderDefinition provider,
        Connection connection,
        SubPackage? made,
        TimeProvider time,
        Func<string, string?> environment
    )
    {
        Provider = provider;
        Connection = connection;
        Parameter = made?.Value ?? default;
        Schema = made?.Schema ?? provider.Schema;
        Configuration = new ConfigurationCalls(provider, connection, environment);
        Resources = new ResourceCalls(provider, connection);
        Functions = new FunctionCalls(provider, connection);
        Components = new ConstructCalls(provider, connection, time);
        Methods = new MethodCalls(provider, connection);
        Lists = new ListCalls(provider, connection);
    }

    /// <summary>What is in it.</summary>
    public ProviderDefinition Provider { get; }

    /// <summary>What its calls share.</summary>
    public Connection Connection { get; }

    /// <summary>The parameter that made it; nothing of the provider's own.</summary>
    public ReadOnlyMemory<byte> Parameter { get; }

    /// <summary>Writes its schema.</summary>
    public Func<string> Schema { get; }

    public ConfigurationCalls Configuration { get; }

    public ResourceCalls Resources { get; }

    public FunctionCalls Functions { get; }

    public ConstructCalls Components { get; }

    public MethodCalls Methods { get; }

    public ListCalls Lists { get; }
}
