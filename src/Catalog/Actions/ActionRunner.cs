using Microsoft.Extensions.DependencyInjection;
using Purbalingga.Catalog.Persistence;

namespace Purbalingga.Catalog.Actions;

/// <inheritdoc cref="IActionRunner"/>
internal sealed class ActionRunner(ActionRegistry registry, IServiceScopeFactory scopes, WriteTransactions transactions) : IActionRunner
{
    public ActionRegistry Registry { get; } = registry;

    public async ValueTask<ReadOnlyMemory<byte>> RunAsync(string name, ActionInput input, Caller caller, CancellationToken ct)
    {
        var action = Registry.TryFind(name, out var found) ? found : throw new KeyNotFoundException(name);
        Admit(action, caller);
        if (action.ReadOnly)
        {
            await using var scope = scopes.CreateAsyncScope();
            return await action.Invoke(scope.ServiceProvider, input, caller, ct);
        }

        return await transactions.RunAsync(
            (services, token) => action.Invoke(services, input.Copy(), caller, token), ct);
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
