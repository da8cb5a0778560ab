using GuruReports.SnapshotReader.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes.Work;

/// <summary>What ASP.NET Core 10 and 11 keep of each request, whichever server took it; background services of the generic host.</summary>
internal static class HostingRows
{
    private const string Hosting = "Microsoft.AspNetCore.Hosting";
    private const string Http = "Microsoft.AspNetCore.Http";

    public static readonly RuntimeType Context = new(Hosting + ".HostingApplication+Context", WorkFeatures.RequestTimes) { Library = Hosting };
    public static readonly RuntimeField HttpContext = new(Context, "<HttpContext>k__BackingField", FieldShape.Reference, WorkFeatures.Accessors);
    public static readonly RuntimeField Started = new(Context, "<StartTimestamp>k__BackingField", FieldShape.Bits64, WorkFeatures.RequestTimes);
    public static readonly RuntimeField ActivityFeature = new(Context, "HttpActivityFeature", FieldShape.Reference, WorkFeatures.RequestTimes);
    public static readonly RuntimeType Feature = new(Hosting + ".HttpActivityFeature", WorkFeatures.RequestTimes) { Library = Hosting };
    public static readonly RuntimeField FeatureActivity = new(Feature, "<Activity>k__BackingField", FieldShape.Reference, WorkFeatures.RequestTimes);
    public static readonly RuntimeType DefaultContext = new(Http + ".DefaultHttpContext", WorkFeatures.Requests) { Library = Http };
    public static readonly RuntimeField IsActive = new(DefaultContext, "_active", FieldShape.Bits8, WorkFeatures.Requests);
    public static readonly RuntimeType Holder = new(Http + ".HttpContextAccessor+HttpContextHolder", WorkFeatures.Accessors) { Library = Http };
    public static readonly RuntimeField Held = new(Holder, "Context", FieldShape.Reference, WorkFeatures.Accessors);
    public static readonly RuntimeType Service = new("Microsoft.Extensions.Hosting.BackgroundService", WorkFeatures.Services) { Library = "Microsoft.Extensions.Hosting.Abstractions" };
    public static readonly RuntimeField ServiceTask = new(Service, "_executeTask", FieldShape.Reference, WorkFeatures.Services);

    /// <summary>The operation name of the activity of a request.</summary>
    public const string RequestActivity = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    public static IReadOnlyList<RuntimeEntry> All { get; } =
        [Context, HttpContext, Started, ActivityFeature, Feature, FeatureActivity, DefaultContext, IsActive, Holder, Held, Service, ServiceTask];
}
