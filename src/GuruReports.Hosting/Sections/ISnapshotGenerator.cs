namespace GuruReports.Hosting.Sections;

/// <summary>
/// Marks a generator that shows what the snapshot tells: it is asked after all others, when the snapshot is read or given
/// up. Without a snapshot it says why, and shows what the stacks alone tell.
/// </summary>
internal interface ISnapshotGenerator : IProcessWideGenerator;
