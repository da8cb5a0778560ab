namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>What ASP.NET Core keeps of each request, whichever server took it; background services of the generic host.</summary>
internal static class HostingRows
{
    /// <summary>What is lacking without the times of requests.</summary>
    public const string Times = "some ages and traces of HTTP requests are missing";

    /// <summary>The operation name of the activity of a request.</summary>
    public const string RequestActivity = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    private const string Tried = "ASP.NET Core 10, 11";
    private const string Accessors = "what belongs to a request is not told by IHttpContextAccessor";

    public static readonly KnownFacts Context = new("Work", Times)
    {
        Library = new("ASP.NET Core", "Microsoft.AspNetCore.Hosting", Tried),
        TypeName = "Microsoft.AspNetCore.Hosting.HostingApplication+Context",
    };

    public static readonly KnownPath HttpContext = Context.At("HttpContext", Accessors);
    public static readonly KnownPath Started = Context.At("StartTimestamp");
    public static readonly KnownPath Activity = Context.At("HttpActivityFeature/Activity");

    public static readonly KnownFacts DefaultContext = new("Work", "HTTP requests are told by the state of their connections")
    {
        Library = new("ASP.NET Core", "Microsoft.AspNetCore.Http", Tried),
        TypeName = "Microsoft.AspNetCore.Http.DefaultHttpContext",
    };

    public static readonly KnownPath IsActive = DefaultContext.At("_active");

    public static readonly KnownFacts Holder = new("Work", Accessors)
    {
        Library = new("ASP.NET Core", "Microsoft.AspNetCore.Http", Tried),
        TypeName = "Microsoft.AspNetCore.Http.HttpContextAccessor+HttpContextHolder",
    };

    public static readonly KnownPath Held = Holder.At("Context");

    public static readonly KnownFacts Service = new("Work", "background services are missing", isKept: true)
    {
        Library = new("the generic host", "Microsoft.Extensions.Hosting.Abstractions", ".NET 10, 11"),
        TypeName = "Microsoft.Extensions.Hosting.BackgroundService",
        WithDerived = true,
    };

    public static readonly KnownPath ServiceTask = Service.At("_executeTask");

    public static IReadOnlyList<KnownType> All { get; } = [Context, DefaultContext, Holder, Service];
}
