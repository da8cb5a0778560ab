namespace GuruReports.SnapshotReader.Analysis.Threads;

/// <summary>An object that a frame refers to; <paramref name="Frame"/> is the frame's index in the stack.</summary>
internal readonly record struct FrameRoot(int Frame, ulong Object);
