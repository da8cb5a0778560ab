namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>An async method in progress. <paramref name="Awaited"/> is the object that it waits for; 0 when it refers to none.</summary>
internal abstract record PendingMethod(ulong Awaited);
