using Vpcep.Emulator;

namespace Vpcep.Provider.Tests.Harness;

/// <summary>Every dialect that the emulator speaks, as test data.</summary>
public sealed class Dialects : TheoryData<string>
{
    public Dialects()
    {
        foreach (var dialect in Dialect.All)
        {
            Add(dialect.Name);
        }
    }
}
