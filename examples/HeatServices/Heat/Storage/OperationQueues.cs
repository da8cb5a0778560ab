using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Heat.Storage;

/// <summary>Chooses the queue: RabbitMQ or Redis where one is given, else the database.</summary>
internal static class OperationQueues
{
    public static IOperationQueue Choose(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<HeatOptions>>().Value;
        return options.RabbitMq.Length > 0 ? new RabbitQueue(options.RabbitMq)
            : options.Redis.Length > 0 ? new RedisQueue(options.Redis)
            : new DatabaseQueue(services.GetRequiredService<Database>());
    }
}
