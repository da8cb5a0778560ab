using GuruReports.Inspection.Vocabulary;

namespace GuruReports.Inspection.Snapshot.Model.Async;

/// <summary>A frame of a logical stack.</summary>
internal sealed record AsyncFrame : IOwned
{
    /// <summary>The kind of the frame.</summary>
    public required AsyncFrameKind Kind { get; init; }

    /// <summary>The method as written, with its type.</summary>
    public required string Method { get; init; }

    /// <summary>The source file; null when unknown.</summary>
    public string? File { get; init; }

    /// <summary>The line of the await where it stands; null when unknown.</summary>
    public int? Line { get; init; }

    /// <summary>The number of the await where it stands, from 0; negative before the first one or while running; null when it has none.</summary>
    public int? State { get; init; }

    /// <summary>Whose code the method is.</summary>
    public required CodeOwner Owner { get; init; }
}
