/** How much work one mail may make: octets that are unpacked, and members of archives. Shared by all its attachments. */
export interface Budget {
  octets: number;
  members: number;
}

export const newBudget = (): Budget => ({ octets: 100_000_000, members: 40_000 });

/** There was more to look through than is looked through. */
export class BudgetSpent extends Error {}

export function spend(budget: Budget, cost: Partial<Budget>): void {
  budget.octets -= cost.octets ?? 0;
  budget.members -= cost.members ?? 0;
  if (budget.octets < 0 || budget.members < 0) throw new BudgetSpent();
}
