using Grpc.Core;

namespace GuruReports.WebZoo.Services;

/// <summary>A gRPC service whose messages are empty, as generated code would have it.</summary>
[BindServiceMethod(typeof(KeeperBase), nameof(Bind))]
internal abstract class KeeperBase
{
    private static readonly Marshaller<byte[]> s_bytes = new(static bytes => bytes, static bytes => bytes);
    private static readonly Method<byte[], byte[]> s_feed = new(MethodType.Unary, "zoo.Keeper", nameof(Feed), s_bytes, s_bytes);
    private static readonly Method<byte[], byte[]> s_watch = new(MethodType.ServerStreaming, "zoo.Keeper", nameof(Watch), s_bytes, s_bytes);

    public static void Bind(ServiceBinderBase binder, KeeperBase? service)
    {
        binder.AddMethod(s_feed, service is null ? null : new UnaryServerMethod<byte[], byte[]>(service.Feed));
        binder.AddMethod(s_watch, service is null ? null : new ServerStreamingServerMethod<byte[], byte[]>(service.Watch));
    }

    public virtual Task<byte[]> Feed(byte[] request, ServerCallContext context) => throw new RpcException(Status.DefaultCancelled);

    public virtual Task Watch(byte[] request, IServerStreamWriter<byte[]> answers, ServerCallContext context) => throw new RpcException(Status.DefaultCancelled);
}
