namespace GuruReports.SnapshotReader.Analysis.Async;

/// <summary>An async method in progress. <paramref name="MachineObject"/> is the state machine where it is an object of its own, else 0; <paramref name="This"/> the object whose method it is, 0 where none is kept.</summary>
internal sealed record PendingMethod(StateMachineShape Shape, int? State, ulong Awaited, ulong MachineObject, ulong This = 0);
