namespace GuruReports.Hosting;

/// <summary>What objects of a type of the service are.</summary>
public enum KnownTypeKind
{
    /// <summary>A pool: it lends something that it has few of. Told in Calls Out.</summary>
    Pool,

    /// <summary>A queue: things wait in it until somebody takes them out. Told in Queues.</summary>
    Queue,
}
