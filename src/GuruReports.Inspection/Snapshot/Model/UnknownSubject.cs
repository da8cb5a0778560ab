namespace GuruReports.Inspection.Snapshot.Model;

/// <summary>What can be of a kind that this version of the package does not know.</summary>
internal enum UnknownSubject
{
    /// <summary>A pending task of a type that is not known, or in a state that could not be read.</summary>
    PendingTask,

    /// <summary>What a task tells when it ends: who waits for the task is not known then.</summary>
    Continuation,

    /// <summary>What an async method waits for in the end.</summary>
    AwaitTarget,

    /// <summary>A wait of a thread inside the runtime.</summary>
    ThreadWait,

    /// <summary>A frame of a logical stack whose method could not be found.</summary>
    Frame,
}
