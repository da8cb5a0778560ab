using Heat.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heat.Api;

/// <summary>The product's own dialect: stacks as JSON.</summary>
internal static class StackApi
{
    public static void MapStackApi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/stacks", (StackStore stacks, CancellationToken cancellationToken) => stacks.ListAsync(cancellationToken));
        app.MapPost("/v1/stacks/{name}", async (string name, IOperationQueue queue, CancellationToken cancellationToken) =>
        {
            await queue.AddAsync(Operation.Of(name, "create"), cancellationToken);
            return Results.Accepted($"/v1/stacks/{name}");
        });
        app.MapPut("/v1/stacks/{name}", async (string name, string? nested, IOperationQueue queue, CancellationToken cancellationToken) =>
        {
            await queue.AddAsync(Operation.Of(name, "update", nested), cancellationToken);
            return Results.Accepted($"/v1/stacks/{name}");
        });
        app.MapDelete("/v1/stacks/{name}", async (string name, IOperationQueue queue, CancellationToken cancellationToken) =>
        {
            await queue.AddAsync(Operation.Of(name, "delete"), cancellationToken);
            return Results.Accepted();
        });
    }
}
