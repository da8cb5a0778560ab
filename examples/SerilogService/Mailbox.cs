using System.Threading.Channels;

namespace SerilogService;

internal sealed class Mailbox
{
    private readonly Channel<string> _letters = Channel.CreateUnbounded<string>();

    public ChannelReader<string> Out => _letters.Reader;

    public ChannelWriter<string> In => _letters.Writer;
}
