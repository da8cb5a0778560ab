using System.Threading.Channels;

namespace WorkerService;

internal sealed class OrderQueue
{
    private readonly Channel<Order> _channel = Channel.CreateBounded<Order>(100);

    public ChannelReader<Order> Reader => _channel.Reader;

    public ChannelWriter<Order> Writer => _channel.Writer;
}
