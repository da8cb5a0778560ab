namespace GuruReports.SnapshotReader.KnownTypes;

/// <summary>Paths to what tells the other side of a pool. No path may lead to a name of a user, or to a text that holds one.</summary>
internal sealed record KnownPeer(string Host, string? Port = null, string? Database = null);
