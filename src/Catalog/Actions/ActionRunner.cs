using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Actions;

/// <inheritdoc cref="IActionRunner"/>
internal sealed class ActionRunner(ActionRegistry registry, IServiceScopeFactory scopes, WriteTransactions transactions) : IActionRunner
{
    public ActionRegistry Registry { get; } = registry;

    public async ValueTask<ActionAnswer> AnswerAsync(string name, ActionInput input, Caller caller, CancellationToken ct)
    {
        var action = Registry.TryFind(name, out var found) ? found : throw new KeyNotFoundException(name);
        Admit(action, caller);
        if (action.ReadOnly || action.OwnTransactions)
        {
            await using var scope = scopes.CreateAsyncScope();
            return await action.Invoke(scope.ServiceProvider, input, caller, ct);
        }

        return await transactions.RunAsync(
            async (services, token) =>
            {
                var answer = await action.Invoke(services, input.Copy(), caller, token);
                return action.TellsChanges ? answer with { ChangedDatasets = services.GetRequiredService<PendingChanges>().ChangedDatasets } : answer;
            },
            ct);
    }

    private static void Admit(ActionDescriptor action, Caller caller)
    {
        if (caller.IsReadOnly && !action.ReadOnly)
        {
            throw new NotAuthorizedException("This token may only read");
        }

        var refused = action.Access switch
        {
            Access.Sysadmin => !caller.IsSysadmin,
            Access.SignedIn => caller.IsAnonymous,
            _ => false,
        };
        if (refused)
        {
            throw new NotAuthorizedException(action.Denied);
        }
    }
}
