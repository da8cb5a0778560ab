namespace Heat.Storage;

/// <summary>A stack that a worker of some engine has for itself.</summary>
internal sealed record StackLock(string Stack, string Worker, DateTimeOffset Since);
