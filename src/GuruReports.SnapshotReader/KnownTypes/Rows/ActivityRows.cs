namespace GuruReports.SnapshotReader.KnownTypes.Rows;

/// <summary>Activities: what libraries begin for each piece of work, with its trace.</summary>
internal static class ActivityRows
{
    /// <summary>Of <see cref="State"/>: the activity has ended.</summary>
    public const byte Stopped = 128;

    /// <summary>The kinds that stand for calls out rather than for work that came in.</summary>
    public const int Client = 2, Producer = 3;

    /// <summary>Of a DateTime: what is no tick.</summary>
    public const ulong TicksMask = 0x3FFF_FFFF_FFFF_FFFF;

    /// <summary>Of <see cref="Kind"/>: work that came in.</summary>
    public const int Server = 1, Consumer = 4;

    /// <summary>Of <see cref="Status"/>: it has failed.</summary>
    public const int Error = 2;

    /// <summary>The keys of tags by which OpenTelemetry names a request, and says how it ended.</summary>
    public const string MethodTag = "http.request.method", RouteTag = "http.route", CodeTag = "http.response.status_code", ErrorTag = "error.type";

    private const string Ended = "what has ended in the last minute is not told";

    public static readonly KnownFacts Activity = new("Work", "traces, and what belongs together by them, are missing", isKept: true)
    {
        Library = new("Activity", "System.Diagnostics.DiagnosticSource", ".NET 10, 11"),
        TypeName = "System.Diagnostics.Activity",
        WithDerived = true,
    };

    public static readonly KnownPath TraceId = Activity.At("_traceId");
    public static readonly KnownPath SpanId = Activity.At("_spanId");
    public static readonly KnownPath Parent = Activity.At("Parent");
    public static readonly KnownPath Started = Activity.At("StartTimeUtc/_dateData");
    public static readonly KnownPath OperationName = Activity.At("OperationName");
    public static readonly KnownPath DisplayName = Activity.At("_displayName");
    public static readonly KnownPath Kind = Activity.At("Kind");
    public static readonly KnownPath State = Activity.At("_state");

    public static readonly KnownPath Duration = Activity.At("Duration/_ticks", Ended);
    public static readonly KnownPath Status = Activity.At("_statusCode", Ended);
    public static readonly KnownPath HasData = Activity.At("IsAllDataRequested", Ended);
    public static readonly KnownPath FirstTag = Activity.At("_tags/_first", Ended);

    public static readonly KnownFacts Tag = new("Work", Ended) { Library = Activity.Library, TypeName = "System.Diagnostics.DiagNode" };
    public static readonly KnownPath NextTag = Tag.At("Next");

    public static IReadOnlyList<KnownType> All { get; } = [Activity, Tag];
}
