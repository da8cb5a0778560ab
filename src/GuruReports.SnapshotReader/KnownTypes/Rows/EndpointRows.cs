namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>Endpoints of ASP.NET Core and of gRPC, and the dispatcher of SignalR.</summary>
internal static class EndpointRows
{
    /// <summary>What is lacking without endpoints.</summary>
    public const string Routes = "HTTP requests are named by their paths";

    private const string Actions = "the actions of controllers are missing";
    private const string Hubs = "invocations of SignalR hubs are missing";
    private const string Calls = "gRPC calls are told as HTTP requests";
    private const string Tried = "ASP.NET Core 10, 11";

    public static readonly KnownFacts Endpoint = new("Work", Routes)
    {
        Library = new("ASP.NET Core", "Microsoft.AspNetCore.Http.Abstractions", Tried),
        TypeName = "Microsoft.AspNetCore.Http.Endpoint",
        WithDerived = true,
    };

    public static readonly KnownPath DisplayName = Endpoint.At("DisplayName");
    public static readonly KnownPath Items = Endpoint.At("Metadata/_items", Actions);

    public static readonly KnownFacts Route = new("Work", Routes)
    {
        Library = new("ASP.NET Core", "Microsoft.AspNetCore.Routing", Tried),
        TypeName = "Microsoft.AspNetCore.Routing.RouteEndpoint",
    };

    public static readonly KnownPath Pattern = Route.At("RoutePattern/RawText");

    public static readonly KnownFacts Action = new("Work", Actions)
    {
        Library = new("ASP.NET Core", "Microsoft.AspNetCore.Mvc.Core", Tried),
        TypeName = "Microsoft.AspNetCore.Mvc.Controllers.ControllerActionDescriptor",
    };

    public static readonly KnownPath ActionMethod = Action.At("MethodInfo");

    public static readonly KnownFacts Hub = new("Work", Hubs)
    {
        Library = new("SignalR", "Microsoft.AspNetCore.SignalR.Core", Tried),
        TypeName = "Microsoft.AspNetCore.SignalR.HubMetadata",
    };

    public static readonly KnownFacts Dispatcher = new("Work", Hubs) { Library = Hub.Library, TypeName = "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher" };

    public static readonly KnownFacts Call = new("Work", Calls)
    {
        Library = new("gRPC", "Grpc.AspNetCore.Server", "2.76 to 2.80"),
        TypeName = "Grpc.AspNetCore.Server.GrpcMethodMetadata",
    };

    public static readonly KnownPath CallKind = Call.At("Method/type");

    public static IReadOnlyList<KnownType> All { get; } = [Endpoint, Route, Action, Hub, Dispatcher, Call];
}
