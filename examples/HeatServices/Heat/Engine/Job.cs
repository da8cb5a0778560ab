namespace Heat.Engine;

/// <summary>What a worker does right now.</summary>
internal sealed record Job(string Worker, string Stack, string Action, string Step, DateTimeOffset Since);
