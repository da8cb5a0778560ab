namespace Heat.Storage;

/// <summary>A stack as it is stored.</summary>
internal sealed record Stack(string Name, string Status, int Resources, DateTimeOffset Changed);
