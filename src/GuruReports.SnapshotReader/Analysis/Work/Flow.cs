namespace GuruReports.SnapshotReader.Analysis.Work;

/// <summary>What flows with an execution context; 0 where there is none.</summary>
internal readonly record struct Flow(ulong Activity, ulong HttpContext);
