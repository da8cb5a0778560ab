using Grpc.Core;
using WebApi.Protos;

namespace WebApi;

/// <summary>Stock levels as a stream of gRPC.</summary>
internal sealed class StockService(Warehouse warehouse) : Stock.StockBase
{
    public override async Task Watch(WatchRequest request, IServerStreamWriter<StockLevel> responseStream, ServerCallContext context)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        do
        {
            var pieces = warehouse.Levels.GetValueOrDefault(request.Article);
            await responseStream.WriteAsync(new StockLevel { Article = request.Article, Pieces = pieces }, context.CancellationToken);
        }
        while (await timer.WaitForNextTickAsync(context.CancellationToken));
    }
}
