using GuruReports.SnapshotReader.Runtime;

namespace GuruReports.SnapshotReader.KnownTypes.Work;

/// <summary>Activities (System.Diagnostics.DiagnosticSource 10 and 11): what libraries begin for each piece of work, with its trace.</summary>
internal static class ActivityRows
{
    /// <summary>Of <see cref="State"/>: the activity has ended.</summary>
    public const byte Stopped = 128;

    /// <summary>The kinds that stand for calls out rather than for work that came in.</summary>
    public const int Client = 2, Producer = 3;

    /// <summary>Of a DateTime: what is no tick.</summary>
    public const ulong TicksMask = 0x3FFF_FFFF_FFFF_FFFF;

    public static readonly RuntimeType Activity = new("System.Diagnostics.Activity", WorkFeatures.Traces) { Library = "System.Diagnostics.DiagnosticSource" };
    public static readonly RuntimeField TraceId = new(Activity, "_traceId", FieldShape.Reference, WorkFeatures.Traces);
    public static readonly RuntimeField SpanId = new(Activity, "_spanId", FieldShape.Reference, WorkFeatures.Traces);
    public static readonly RuntimeField Parent = new(Activity, "<Parent>k__BackingField", FieldShape.Reference, WorkFeatures.Traces);
    public static readonly RuntimeField Started = new(Activity, "<StartTimeUtc>k__BackingField", FieldShape.Struct, WorkFeatures.Traces);
    public static readonly RuntimeField OperationName = new(Activity, "<OperationName>k__BackingField", FieldShape.Reference, WorkFeatures.Traces);
    public static readonly RuntimeField DisplayName = new(Activity, "_displayName", FieldShape.Reference, WorkFeatures.Traces);
    public static readonly RuntimeField Kind = new(Activity, "<Kind>k__BackingField", FieldShape.Struct, WorkFeatures.Traces);
    public static readonly RuntimeField State = new(Activity, "_state", FieldShape.Struct, WorkFeatures.Traces);

    public static IReadOnlyList<RuntimeEntry> All { get; } = [Activity, TraceId, SpanId, Parent, Started, OperationName, DisplayName, Kind, State];
}
