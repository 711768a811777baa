namespace Vpcep.Emulator;

/// <summary>Whose operation it is; each has its own error shape.</summary>
internal enum Service
{
    Vpcep,
    Identity,
    Vpn,
}

/// <summary>One operation of the API.</summary>
/// <param name="Name">What faults and the call log call it.</param>
/// <param name="Method">GET, POST, PUT or DELETE.</param>
/// <param name="Template">Path with <c>{names}</c> for what varies.</param>
/// <param name="Run">Does it, holding the cloud's lock.</param>
internal sealed record Operation(string Name, string Method, string Template, Func<Call, Answer> Run)
{
    private readonly string[] _segments = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Versions and tokens are for everybody.</summary>
    public bool IsOpen { get; init; }

    public Service Service { get; init; }

    /// <summary>Not in every document: a dialect must say that it has it.</summary>
    public bool IsExtra { get; init; }

    /// <summary>The values of the template's names when <paramref name="path"/> fits; null otherwise.</summary>
    public IReadOnlyDictionary<string, string>? Match(string method, string[] path)
    {
        if (method != Method || path.Length != _segments.Length)
        {
            return null;
        }
        var values = new Dictionary<string, string>();
        for (var i = 0; i < path.Length; i++)
        {
            if (_segments[i] is ['{', .. var name, '}'])
            {
                values[name] = path[i];
            }
            else if (_segments[i] != path[i])
            {
                return null;
            }
        }
        return values;
    }
}
