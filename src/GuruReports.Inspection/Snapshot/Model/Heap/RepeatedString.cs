namespace GuruReports.Inspection.Snapshot.Model.Heap;

/// <summary>A string that is on the heap several times.</summary>
internal sealed record RepeatedString
{
    /// <summary>The text, shortened.</summary>
    public required string Text { get; init; }

    /// <summary>Its full length in UTF-16 units.</summary>
    public required int Length { get; init; }

    /// <summary>How often it is on the heap.</summary>
    public required long Count { get; init; }

    /// <summary>The bytes of all of them.</summary>
    public required long Bytes { get; init; }
}
