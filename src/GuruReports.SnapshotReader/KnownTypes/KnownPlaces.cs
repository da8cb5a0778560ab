namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>Objects that carry the places of a pool: the path back to it, how many each has, and how many of these are taken.</summary>
internal sealed record KnownPlaces(string TypeName, string Pool, string Most, string Taken);
