namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>Kinds of frames of a logical stack.</summary>
internal enum AsyncFrameKind
{
    /// <summary>An async method.</summary>
    Method,

    /// <summary>An async iterator.</summary>
    Iterator,

    /// <summary>Task.WhenAll.</summary>
    WhenAll,

    /// <summary>Task.WhenAny.</summary>
    WhenAny,

    /// <summary>ContinueWith or another continuation with a delegate.</summary>
    Continuation,

    /// <summary>Unwrap of a task of a task, as Task.Run makes for an async delegate.</summary>
    Unwrap,

    /// <summary>Another kind of task that passes a result on.</summary>
    Other,
}
