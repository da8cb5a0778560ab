namespace Heat.Storage;

/// <summary>Work for the engine.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Stack">The stack it is about.</param>
/// <param name="Action"><c>create</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="Nested">A stack that is changed with it; null for none.</param>
internal sealed record Operation(string Id, string Stack, string Action, string? Nested)
{
    public static Operation Of(string stack, string action, string? nested = null) => new(Guid.CreateVersion7().ToString("n"), stack, action, nested);
}
