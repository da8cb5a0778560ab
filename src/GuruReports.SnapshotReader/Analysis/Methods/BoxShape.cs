namespace GuruReports.SnapshotReader.Analysis.Methods;

/// <summary>Where a box keeps its state machine: a struct within it, or a reference to a class.</summary>
internal sealed record BoxShape(int StateMachineOffset, StateMachineShape? Inline);
