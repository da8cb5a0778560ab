using Grpc.Core;

namespace GuruReports.WebZoo.Services;

/// <summary>Calls that wait.</summary>
internal sealed class Keeper : KeeperBase
{
    public override async Task<byte[]> Feed(byte[] request, ServerCallContext context)
    {
        Census.Enter();
        await ZooServer.Never;
        return request;
    }

    public override async Task Watch(byte[] request, IServerStreamWriter<byte[]> answers, ServerCallContext context)
    {
        Census.Enter();
        await ZooServer.Never;
        await answers.WriteAsync(request);
    }
}
