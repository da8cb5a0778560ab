namespace GuruReports.Inspection.CoreClr.Layout;

/// <summary>Which id of a thread the locks of one kind keep; versions of the runtime differ in it.</summary>
internal enum LockThreadId
{
    /// <summary>Not known: an id in such a lock proves nothing.</summary>
    Unknown,

    /// <summary>The id that <see cref="Environment.CurrentManagedThreadId"/> gives.</summary>
    Managed,

    /// <summary>The operating system's id.</summary>
    System,
}
