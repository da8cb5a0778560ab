namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>Where something is found, from an object of a row.</summary>
/// <param name="Row">The row.</param>
/// <param name="Text">The path; null where the row has none.</param>
/// <param name="Lack">What is lacking without it, as a clause; null when that is the whole row.</param>
internal readonly record struct KnownPath(KnownType Row, string? Text, string? Lack);
