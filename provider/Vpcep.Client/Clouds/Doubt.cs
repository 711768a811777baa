namespace Vpcep.Client;

/// <summary>Features that are used with a warning, for nobody knows for certain whether the cloud has them.</summary>
/// <param name="Features">Which.</param>
/// <param name="Reason">Who says what, as a clause: <c>its document says one thing, its clients say another</c>.</param>
public sealed record Doubt(CloudFeatures Features, string Reason);
