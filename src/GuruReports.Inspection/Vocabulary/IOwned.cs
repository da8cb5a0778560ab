namespace GuruReports.Inspection.Vocabulary;

/// <summary>Something in a process that is somebody's code: a frame, a type.</summary>
internal interface IOwned
{
    /// <summary>Gets whose it is.</summary>
    CodeOwner Owner { get; }
}
