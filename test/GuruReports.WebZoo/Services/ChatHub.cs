using Microsoft.AspNetCore.SignalR;

namespace GuruReports.WebZoo.Services;

/// <summary>A hub whose method waits.</summary>
internal sealed class ChatHub : Hub
{
    public override Task OnConnectedAsync()
    {
        Census.Enter();
        return Task.CompletedTask;
    }

    public async Task Feed(string food)
    {
        Census.Enter();
        await ZooServer.Never;
        await Clients.Caller.SendAsync("fed", food);
    }
}
