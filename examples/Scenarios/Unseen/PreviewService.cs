using System.IO.Pipes;

namespace Scenarios.Unseen;

/// <summary>Opens two pipes for each preview and closes neither.</summary>
internal sealed class PreviewService : BackgroundService
{
    private readonly List<AnonymousPipeServerStream> _pipes = [];

    public PreviewService() => DescriptorLimit.Set(500);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (DescriptorLimit.CountOpen() < 470)
        {
            _pipes.Add(new AnonymousPipeServerStream(PipeDirection.Out));
            _ = _pipes[^1].ClientSafePipeHandle;
        }

        Ready.When(() => _pipes.Count > 0);
        return Task.CompletedTask;
    }
}
