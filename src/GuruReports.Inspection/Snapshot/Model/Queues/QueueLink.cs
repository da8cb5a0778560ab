namespace GuruReports.Inspection.Snapshot.Model.Queues;

/// <summary>What a queue hands on to by itself.</summary>
/// <param name="Name">What the service calls it, or its type.</param>
/// <param name="Queue">The address of the queue that it takes into; 0 when it has none that is known.</param>
/// <param name="IsFull">Whether that one takes no more now.</param>
/// <param name="HasCondition">Whether not everything is handed on to it.</param>
internal sealed record QueueLink(string Name, ulong Queue, bool IsFull, bool HasCondition);
