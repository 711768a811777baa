namespace Pulumi;

internal sealed class ConfigMissingException(string key, bool secret)
    : RunException(
        $"Missing required configuration variable '{key}'\n"
            + $"\tplease set a value using the command `pulumi config set {(secret ? "--secret " : "")}{key} <value>`"
    );

internal sealed class ConfigTypeException(string key, string shownValue, string type, Exception? cause)
    : RunException($"Configuration '{key}' value '{shownValue}' is not a valid {type}", cause);
