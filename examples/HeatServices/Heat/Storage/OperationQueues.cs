using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Heat.Storage;

/// <summary>Chooses the queue: Redis where one is given, else the database.</summary>
internal static class OperationQueues
{
    public static IOperationQueue Choose(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<HeatOptions>>().Value;
        return options.Redis.Length > 0 ? new RedisQueue(options.Redis) : new DatabaseQueue(services.GetRequiredService<Database>());
    }
}
