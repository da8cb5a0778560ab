using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace GuruReports.LibraryZoo;

/// <summary>HTTP/2 calls to a server that allows four streams on its one connection and answers none.</summary>
internal sealed class Http2State
{
    private readonly HttpClient _client = new(new SocketsHttpHandler()) { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
    private readonly List<Task> _calls = [];
    private int _arrived;

    public static async Task<object> EnterAsync()
    {
        var state = new Http2State();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.Limits.Http2.MaxStreamsPerConnection = 4;
            options.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2);
        });
        var server = builder.Build();
        server.Map("/quotes/{id}", state.NeverAsync);
        server.Map("/hello", static () => "hello");
        await server.StartAsync();
        var address = server.Urls.First();
        await state._client.GetStringAsync(address + "/hello");
        for (var i = 0; i < 7; i++)
        {
            state._calls.Add(state.AskQuoteAsync(address, i));
        }

        SpinWait.SpinUntil(() => Volatile.Read(ref state._arrived) == 4);
        return (state, server);
    }

    private async Task AskQuoteAsync(string address, int number) => await _client.GetStringAsync($"{address}/quotes/{number}");

    private async Task NeverAsync(HttpContext context)
    {
        Interlocked.Increment(ref _arrived);
        await Task.Delay(-1, context.RequestAborted);
    }
}
