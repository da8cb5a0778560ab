namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>A request with the objects that flow with it; 0 where it has none.</summary>
internal sealed record RequestFound(WorkItem Item, ulong Activity, ulong HttpContext);
