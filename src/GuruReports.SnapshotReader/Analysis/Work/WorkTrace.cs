namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>The age of a piece of work in milliseconds, and the ids of its trace and span; what is unknown is null.</summary>
internal readonly record struct WorkTrace(long? Age, string? TraceId, string? SpanId);
