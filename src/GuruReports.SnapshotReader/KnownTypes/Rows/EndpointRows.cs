using GuruReports.SnapshotReader.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes.Work;

/// <summary>Endpoints of ASP.NET Core 10 and 11, of Grpc.AspNetCore 2.76 to 2.80, and the dispatcher of SignalR.</summary>
internal static class EndpointRows
{
    private const string Abstractions = "Microsoft.AspNetCore.Http.Abstractions";
    private const string Routing = "Microsoft.AspNetCore.Routing";
    private const string Mvc = "Microsoft.AspNetCore.Mvc.Core";
    private const string SignalR = "Microsoft.AspNetCore.SignalR.Core";
    private const string Grpc = "Grpc.AspNetCore.Server";

    public static readonly RuntimeType Endpoint = new("Microsoft.AspNetCore.Http.Endpoint", WorkFeatures.Routes) { Library = Abstractions };
    public static readonly RuntimeField DisplayName = new(Endpoint, "<DisplayName>k__BackingField", FieldShape.Reference, WorkFeatures.Routes);
    public static readonly RuntimeField Metadata = new(Endpoint, "<Metadata>k__BackingField", FieldShape.Reference, WorkFeatures.Actions);
    public static readonly RuntimeType MetadataType = new("Microsoft.AspNetCore.Http.EndpointMetadataCollection", WorkFeatures.Actions) { Library = Abstractions };
    public static readonly RuntimeField Items = new(MetadataType, "_items", FieldShape.Reference, WorkFeatures.Actions);
    public static readonly RuntimeType Route = new("Microsoft.AspNetCore.Routing.RouteEndpoint", WorkFeatures.Routes) { Library = Routing };
    public static readonly RuntimeField Pattern = new(Route, "<RoutePattern>k__BackingField", FieldShape.Reference, WorkFeatures.Routes);
    public static readonly RuntimeType PatternType = new("Microsoft.AspNetCore.Routing.Patterns.RoutePattern", WorkFeatures.Routes) { Library = Routing };
    public static readonly RuntimeField PatternText = new(PatternType, "<RawText>k__BackingField", FieldShape.Reference, WorkFeatures.Routes);
    public static readonly RuntimeType Action = new("Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor", WorkFeatures.Actions) { Library = Mvc };
    public static readonly RuntimeField ActionMethod = new(Action, "<MethodInfo>k__BackingField", FieldShape.Reference, WorkFeatures.Actions);
    public static readonly RuntimeType Hub = new("Microsoft.AspNetCore.SignalR.HubMetadata", WorkFeatures.Hubs) { Library = SignalR };
    public static readonly RuntimeType Dispatcher = new("Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher`1", WorkFeatures.Hubs) { Library = SignalR };
    public static readonly RuntimeType Call = new("Grpc.AspNetCore.Server.GrpcMethodMetadata", WorkFeatures.Calls) { Library = Grpc };
    public static readonly RuntimeField CallMethod = new(Call, "<Method>k__BackingField", FieldShape.Reference, WorkFeatures.Calls);
    public static readonly RuntimeType CallMethodType = new("Grpc.Core.Method`2", WorkFeatures.Calls) { Library = "Grpc.Core.Api" };
    public static readonly RuntimeField CallKind = new(CallMethodType, "type", FieldShape.Struct, WorkFeatures.Calls);

    public static IReadOnlyList<RuntimeEntry> All { get; } =
    [
        Endpoint, DisplayName, Metadata, MetadataType, Items, Route, Pattern, PatternType, PatternText, Action, ActionMethod,
        Hub, Dispatcher, Call, CallMethod, CallMethodType, CallKind,
    ];
}
