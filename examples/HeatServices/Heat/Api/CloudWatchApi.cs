using Heat.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Heat.Api;

/// <summary>What stacks report of themselves.</summary>
internal static class CloudWatchApi
{
    public static void MapCloudWatchApi(this IEndpointRouteBuilder app)
    {
        app.MapPost("/metrics/{name}", async (string name, double value, MetricStore metrics, DialectCounts counts, CancellationToken cancellationToken) =>
        {
            counts.Count(name);
            await metrics.PutAsync(name, value, cancellationToken);
            return Results.NoContent();
        });
        app.MapGet("/metrics", (MetricStore metrics, CancellationToken cancellationToken) => metrics.SummarizeAsync(cancellationToken));
    }
}
