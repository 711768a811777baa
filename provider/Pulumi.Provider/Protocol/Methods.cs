using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Provider.Grpc;
using Pulumi.Provider.Grpc.Messages;
using Pulumi.Provider.Protocol.Messages;

namespace Pulumi.Provider.Protocol;

/// <summary>Every method of the plugin protocol's services, by service.</summary>
public static class Methods
{
    /// <summary><c>pulumirpc.ResourceProvider</c>, which a provider serves.</summary>
    public static class ResourceProvider
    {
        private const string Service = "/pulumirpc.ResourceProvider/";

        public static readonly Method<ProviderHandshakeRequest, ProviderHandshakeResponse> Handshake = Of(
            Service + "Handshake",
            ProviderHandshakeRequest.Parser,
            ProviderHandshakeResponse.Parser
        );
        public static readonly Method<ParameterizeRequest, ParameterizeResponse> Parameterize = Of(
            Service + "Parameterize",
            ParameterizeRequest.Parser,
            ParameterizeResponse.Parser
        );
        public static readonly Method<GetSchemaRequest, GetSchemaResponse> GetSchema = Of(
            Service + "GetSchema",
            GetSchemaRequest.Parser,
            GetSchemaResponse.Parser
        );
        public static readonly Method<CheckRequest, CheckResponse> CheckConfig = Of(
            Service + "CheckConfig",
            CheckRequest.Parser,
            CheckResponse.Parser
        );
        public static readonly Method<DiffRequest, DiffResponse> DiffConfig = Of(
            Service + "DiffConfig",
            DiffRequest.Parser,
            DiffResponse.Parser
        );
        public static readonly Method<ConfigureRequest, ConfigureResponse> Configure = Of(
            Service + "Configure",
            ConfigureRequest.Parser,
            ConfigureResponse.Parser
        );
        public static readonly Method<InvokeRequest, InvokeResponse> Invoke = Of(
            Service + "Invoke",
            InvokeRequest.Parser,
            InvokeResponse.Parser
        );
        public static readonly Method<CallRequest, CallResponse> Call = Of(
            Service + "Call",
            CallRequest.Parser,
            CallResponse.Parser
        );
        public static readonly Method<CheckRequest, CheckResponse> Check = Of(
            Service + "Check",
            CheckRequest.Parser,
            CheckResponse.Parser
        );
        public static readonly Method<DiffRequest, DiffResponse> Diff = Of(
            Service + "Diff",
            DiffRequest.Parser,
            DiffResponse.Parser
        );
        public static readonly Method<CreateRequest, CreateResponse> Create = Of(
            Service + "Create",
            CreateRequest.Parser,
            CreateResponse.Parser
        );
        public static readonly Method<ReadRequest, ReadResponse> Read = Of(
            Service + "Read",
            ReadRequest.Parser,
            ReadResponse.Parser
        );
        public static readonly Method<UpdateRequest, UpdateResponse> Update = Of(
            Service + "Update",
            UpdateRequest.Parser,
            UpdateResponse.Parser
        );
        public static readonly Method<DeleteRequest, Empty> Delete = Of(
            Service + "Delete",
            DeleteRequest.Parser,
            Empty.Parser
        );
        public static readonly Method<ListRequest, ListResponse> List = Of(
            Service + "List",
            ListRequest.Parser,
            ListResponse.Parser
        );
        public static readonly Method<ConstructRequest, ConstructResponse> Construct = Of(
            Service + "Construct",
            ConstructRequest.Parser,
            ConstructResponse.Parser
        );
        public static readonly Method<Empty, Empty> Cancel = Of(Service + "Cancel", Empty.Parser, Empty.Parser);
        public static readonly Method<Empty, PluginInfo> GetPluginInfo = Of(
            Service + "GetPluginInfo",
            Empty.Parser,
            PluginInfo.Parser
        );
        public static readonly Method<PluginAttach, Empty> Attach = Of(
            Service + "Attach",
            PluginAttach.Parser,
            Empty.Parser
        );
        public static readonly Method<GetMappingRequest, GetMappingResponse> GetMapping = Of(
            Service + "GetMapping",
            GetMappingRequest.Parser,
            GetMappingResponse.Parser
        );
        public static readonly Method<GetMappingsRequest, GetMappingsResponse> GetMappings = Of(
            Service + "GetMappings",
            GetMappingsRequest.Parser,
            GetMappingsResponse.Parser
        );
    }

    /// <summary><c>pulumirpc.Engine</c>, which the engine serves to plugins and programs.</summary>
    public static class Engine
    {
        private const string Service = "/pulumirpc.Engine/";

        public static readonly Method<LogRequest, Empty> Log = Of(Service + "Log", LogRequest.Parser, Empty.Parser);
        public static readonly Method<GetRootResourceRequest, GetRootResourceResponse> GetRootResource = Of(
            Service + "GetRootResource",
            GetRootResourceRequest.Parser,
            GetRootResourceResponse.Parser
        );
        public static readonly Method<SetRootResourceRequest, SetRootResourceResponse> SetRootResource = Of(
            Service + "SetRootResource",
            SetRootResourceRequest.Parser,
            SetRootResourceResponse.Parser
        );
        public static readonly Method<StartDebuggingRequest, Empty> StartDebugging = Of(
            Service + "StartDebugging",
            StartDebuggingRequest.Parser,
            Empty.Parser
        );
        public static readonly Method<RequirePulumiVersionRequest, RequirePulumiVersionResponse> RequirePulumiVersion =
            Of(
                Service + "RequirePulumiVersion",
                RequirePulumiVersionRequest.Parser,
                RequirePulumiVersionResponse.Parser
            );
    }

    /// <summary><c>pulumirpc.ResourceMonitor</c>, which the engine serves to programs and components.</summary>
    public static class ResourceMonitor
    {
        private const string Service = "/pulumirpc.ResourceMonitor/";

        public static readonly Method<Empty, DeploymentInfo> GetDeploymentInfo = Of(
            Service + "GetDeploymentInfo",
            Empty.Parser,
            DeploymentInfo.Parser
        );
        public static readonly Method<SupportsFeatureRequest, SupportsFeatureResponse> SupportsFeature = Of(
            Service + "SupportsFeature",
            SupportsFeatureRequest.Parser,
            SupportsFeatureResponse.Parser
        );
        public static readonly Method<ResourceInvokeRequest, ResourceInvokeResponse> Invoke = Of(
            Service + "Invoke",
            ResourceInvokeRequest.Parser,
            ResourceInvokeResponse.Parser
        );
        public static readonly Method<ResourceCallRequest, CallResponse> Call = Of(
            Service + "Call",
            ResourceCallRequest.Parser,
            CallResponse.Parser
        );
        public static readonly Method<ReadResourceRequest, ReadResourceResponse> ReadResource = Of(
            Service + "ReadResource",
            ReadResourceRequest.Parser,
            ReadResourceResponse.Parser
        );
        public static readonly Method<RegisterResourceRequest, RegisterResourceResponse> RegisterResource = Of(
            Service + "RegisterResource",
            RegisterResourceRequest.Parser,
            RegisterResourceResponse.Parser
        );
        public static readonly Method<RegisterResourceOutputsRequest, Empty> RegisterResourceOutputs = Of(
            Service + "RegisterResourceOutputs",
            RegisterResourceOutputsRequest.Parser,
            Empty.Parser
        );
        public static readonly Method<RegisterPackageRequest, RegisterPackageResponse> RegisterPackage = Of(
            Service + "RegisterPackage",
            RegisterPackageRequest.Parser,
            RegisterPackageResponse.Parser
        );
        public static readonly Method<Callback, Empty> RegisterStackTransform = Of(
            Service + "RegisterStackTransform",
            Callback.Parser,
            Empty.Parser
        );
        public static readonly Method<Callback, Empty> RegisterStackInvokeTransform = Of(
            Service + "RegisterStackInvokeTransform",
            Callback.Parser,
            Empty.Parser
        );
        public static readonly Method<Empty, Empty> SignalAndWaitForShutdown = Of(
            Service + "SignalAndWaitForShutdown",
            Empty.Parser,
            Empty.Parser
        );
    }

    /// <summary><c>grpc.health.v1.Health</c>, which every gRPC server answers.</summary>
    public static class Health
    {
        public static readonly Method<HealthCheckRequest, HealthCheckResponse> Check = Of(
            "/grpc.health.v1.Health/Check",
            HealthCheckRequest.Parser,
            HealthCheckResponse.Parser
        );
    }

    private static Method<TRequest, TResponse> Of<TRequest, TResponse>(
        string path,
        MessageParser<TRequest> request,
        MessageParser<TResponse> response
    )
        where TRequest : IMessage<TRequest>
        where TResponse : IMessage<TResponse> => new(path, request, response);
}
